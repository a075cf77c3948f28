import { useTexts } from '../../locales/LanguageProvider.tsx';
import { siteAdapterTexts } from '../../locales/site-adapter-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import type { ShownAdapter } from './AdapterView.tsx';
import { WithdrawSiteAdapterDocument } from './site-adapter.operations.ts';

type PublicationTableProps = { readonly adapter: ShownAdapter; readonly onChanged: () => void };

/** Who has which version now, and what ended. Withdrawing asks first: pages change for everyone concerned. */
export function PublicationTable({ adapter, onChanged }: PublicationTableProps) {
  const texts = useTexts(siteAdapterTexts);
  const [state, send] = useWrite(WithdrawSiteAdapterDocument);
  const { publications, name, title } = adapter;
  if (publications.length === 0) return <p className="quiet">{texts.noPublications}</p>;
  const withdraw = async (unitCode: string | null, who: string) => {
    if (!confirm(texts.withdrawAsk(who))) return;
    const after = await send({ name, unitCode }, `${texts.withdraw} · ${title} · ${who}`);
    if (after.state === 'DONE') onChanged();
  };
  return (
    <>
      <ScrollRegion label={texts.publications}>
        <table className="table">
          <thead>
            <tr>
              {[texts.who, texts.versionHead, texts.sinceHead, texts.act].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {publications.map(({ id, unit, version, publishedAt, publishedBy, withdrawnAt }) => {
              const who = unit?.name ?? texts.everyone;
              return (
                <tr key={id}>
                  <th scope="row">{who}</th>
                  <td>{version}</td>
                  <td className="small">{texts.since(shownInstant(publishedAt), publishedBy)}</td>
                  <td>
                    {withdrawnAt === null ? (
                      <Button
                        aria-label={texts.withdrawFrom(who)}
                        isBusy={state.state === 'SENDING'}
                        onClick={() => void withdraw(unit?.code ?? null, who)}
                      >
                        {texts.withdraw}
                      </Button>
                    ) : (
                      <span className="small quiet">{texts.ended(shownInstant(withdrawnAt))}</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <WriteNotice state={state} />
    </>
  );
}
