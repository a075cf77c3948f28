/** What every form of the round is about. */
export type StepFormProps = {
  /** Code of the agency whose round it is. */
  readonly agency: string;
  /** Code of the unit shown: the agency or a part of it. */
  readonly unit: string;
  readonly year: number;
  /** Staff codes of the people chosen; null for everybody of the unit. */
  readonly employees: readonly string[] | null;
  readonly onCancel: () => void;
};
