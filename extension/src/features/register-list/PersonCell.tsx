type PersonCellProps = {
  readonly name: string;
  /** Staff code, post, unit: what tells two people of one name apart. */
  readonly more: readonly (string | null | undefined)[];
};

/** A person in a list: the name in full, what tells people apart under it. */
export function PersonCell({ name, more }: PersonCellProps) {
  return (
    <>
      <span className="person-name">{name}</span>
      <span className="small quiet">{more.filter(Boolean).join(' · ')}</span>
    </>
  );
}
