import { useState } from 'react';
import { downloadFile } from '../../graphql/download-file.ts';
import type { Purpose } from '../../graphql/post-operation.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';

type DownloadButtonProps = {
  readonly path: string;
  readonly children: string;
  /** Why what is in the file is read; most of our papers are of a classification. */
  readonly purpose?: Purpose;
  /** Told once the file is handed over: the fetch itself may be on record. */
  readonly onDone?: () => void;
};

/** Fetches a file with the person's token and hands it to the browser to save. */
export function DownloadButton({ path, children, purpose = 'CLASSIFY', onDone }: DownloadButtonProps) {
  const texts = useTexts(stateTexts);
  const language = useLanguage();
  const [isLoading, setIsLoading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const download = async () => {
    setIsLoading(true);
    setProblem(null);
    const file = await downloadFile(path, purpose);
    setIsLoading(false);
    if (!file.ok) return setProblem(file.error.code);
    save(file.value.name, file.value.content);
    onDone?.();
  };
  return (
    <span className="row">
      <Button isBusy={isLoading} onClick={() => void download()}>
        {isLoading ? texts.loading : children}
      </Button>
      {problem !== null && (
        <span className="field-problem" role="alert">
          {problemText(problem, language)}
        </span>
      )}
    </span>
  );
}

function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the content over by the next minute; keeping it would keep a person's record in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
