import type { Purpose } from '../../graphql/post-operation.ts';
import { ExportButton } from './ExportButton.tsx';
import type { RegisterName } from './export-path.ts';
import { RegisterFilterForm, type RegisterFilterFormProps } from './RegisterFilterForm.tsx';
import { RegisterSentence } from './RegisterSentence.tsx';

type RegisterHeadProps = RegisterFilterFormProps & {
  readonly register: RegisterName;
  /** The filter as the list's query takes it. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly purpose: Purpose;
};

/** What stands above every register: what is shown, as a sentence; the way to ask for something else; the way to save it. */
export function RegisterHead({ register, input, purpose, ...form }: RegisterHeadProps) {
  return (
    <>
      <RegisterSentence {...form} />
      {/* A new address is a new draft. */}
      <RegisterFilterForm key={JSON.stringify(form.filter)} {...form} />
      <div className="row">
        <ExportButton register={register} filter={input} purpose={purpose} />
      </div>
    </>
  );
}
