type ProgressBarProps = {
  readonly label: string;
  readonly done: number;
  /** 0 where it is not known yet how much there is. */
  readonly total: number;
  /** How far it is, in words; it stands beside the bar and is what screen readers say. */
  readonly text: string;
};

export function ProgressBar({ label, done, total, text }: ProgressBarProps) {
  return (
    <div className="stack">
      <progress
        className="progress"
        aria-label={label}
        aria-valuetext={text}
        max={Math.max(total, 1)}
        value={Math.min(done, total)}
      />
      <p className="small">{text}</p>
    </div>
  );
}
