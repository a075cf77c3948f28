import { useQuery } from '@apollo/client/react';
import { levelMarks } from '@congvu/schema/texts';
import { useState } from 'react';
import type { CalibrationRowsQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { calibrationTexts } from '../../locales/calibration-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { Address } from '../dashboard/address.ts';
import { screenPaths } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import type { Session } from './CalibrationRecord.tsx';
import { CalibrationRowsDocument } from './calibration.operations.ts';
import { ChangeForm, ProposeForm } from './LevelForms.tsx';

type SessionNode = Extract<CalibrationRowsQuery['node'], { readonly __typename: 'CalibrationSession' }>;
export type CalibrationLine = SessionNode['rows']['edges'][number]['node'];

type RowsProps = { readonly session: Session; readonly filters: Address['filters'] };

/** Everybody's level: by the rules, as the unit proposes it, and after the changes. Others' stay out until one may see them. */
export function CalibrationRows({ session, filters }: RowsProps) {
  const texts = useTexts(calibrationTexts);
  const [open, setOpen] = useState<string | null>(null);
  const unit = filters.part ?? '';
  const differsOnly = filters.differs === 'true';
  const query = useQuery(CalibrationRowsDocument, {
    variables: { id: session.id, unit: unit === '' ? null : unit, differsOnly },
    context: { purpose: 'CLASSIFY' },
  });
  const go = (part: Address['filters']) =>
    goTo({ path: screenPaths.calibration, item: session.id, filters: { ...filters, ...part } });
  const formOf = (line: CalibrationLine) => formFor(session, line);
  const actOf = (line: CalibrationLine) => {
    const form = formOf(line);
    if (form === null) return null;
    return (
      <Button
        key="acts"
        aria-label={labelOf(texts.act, form, line.classification?.employee.name ?? '')}
        aria-expanded={open === line.classificationId}
        onClick={() => setOpen(open === line.classificationId ? null : line.classificationId)}
      >
        {form === 'CHANGE' ? texts.act.change : texts.act.propose}
      </Button>
    );
  };
  return (
    <>
      <div className="filters">
        <SelectField
          label={texts.unit}
          value={unit}
          choices={[
            { value: '', label: texts.allUnits },
            ...session.units.map((each) => ({ value: each.unit.code, label: each.unit.name })),
          ]}
          onChoose={(part) => go({ part })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={differsOnly}
            onChange={(event) => go({ differs: event.currentTarget.checked ? 'true' : '' })}
          />
          {texts.differsOnly}
        </label>
      </div>
      <QueryStates query={query} empty={texts.noRows}>
        {({ node }) => {
          if (node?.__typename !== 'CalibrationSession' || node.rows.edges.length === 0) return null;
          const { edges, pageInfo } = node.rows;
          const lines = nodesOf({ edges });
          const { acts, ...columns } = texts.rowColumns;
          const headings = Object.values(columns);
          // Where nobody’s level is the viewer’s to propose or change, a column of acts would be empty.
          const hasActs = lines.some((line) => formOf(line) !== null);
          return (
            <RegisterTable
              label={`${texts.rows} (${texts.rowColumns.level})`}
              headings={hasActs ? [...headings, acts] : headings}
              rows={lines.map((line) => ({
                key: line.classificationId,
                cells: [
                  <PersonCell
                    key="person"
                    name={line.classification?.employee.name ?? texts.notYours}
                    more={[line.classification?.employee.code, line.classification?.group.name]}
                  />,
                  line.unit.shortName,
                  <LevelMark key="rule" level={line.classification?.proposedLevel ?? null} />,
                  <ProposalCell key="proposal" line={line} isHidden={isHidden(session, line)} />,
                  <LevelCell key="level" line={line} />,
                  ...(hasActs ? [actOf(line)] : []),
                ],
                below: open === line.classificationId && (
                  <LineForm session={session} line={line} onClose={() => setOpen(null)} />
                ),
              }))}
              onMore={
                pageInfo.hasNextPage ? () => void query.fetchMore({ variables: { after: pageInfo.endCursor } }) : null
              }
            />
          );
        }}
      </QueryStates>
    </>
  );
}

/** What the viewer may do with one line: propose while its unit has not submitted, change once all is shown. */
function formFor({ state, units, actions }: Session, line: CalibrationLine): 'PROPOSE' | 'CHANGE' | null {
  const part = units.find(({ unit }) => unit.code === line.unit.code);
  const isWaiting = part !== undefined && part.submittedAt === null && (state === 'OPEN' || part.late);
  // Only its own unit's count is told before the submission: whose it is not, has no form.
  if (actions.includes('PROPOSE') && isWaiting && part.proposals !== null) return 'PROPOSE';
  return actions.includes('CHANGE') && line.classification !== null && line.proposal !== null ? 'CHANGE' : null;
}

function labelOf(
  texts: { readonly proposeFor: (name: string) => string; readonly changeFor: (name: string) => string },
  form: 'PROPOSE' | 'CHANGE' | null,
  name: string,
): string {
  return form === 'CHANGE' ? texts.changeFor(name) : texts.proposeFor(name);
}

type LineFormProps = { readonly session: Session; readonly line: CalibrationLine; readonly onClose: () => void };

function LineForm({ session, line, onClose }: LineFormProps) {
  return formFor(session, line) === 'CHANGE' ? (
    <ChangeForm session={session.id} line={line} onClose={onClose} />
  ) : (
    <ProposeForm session={session.id} line={line} onClose={onClose} />
  );
}

/** Whether the unit's proposals are not to be seen yet: then there may be one, and nothing is said. */
function isHidden({ state, units }: Session, line: CalibrationLine): boolean {
  const part = units.find(({ unit }) => unit.code === line.unit.code);
  return state !== 'CANCELLED' && part !== undefined && part.proposals === null;
}

type ProposalCellProps = { readonly line: CalibrationLine; readonly isHidden: boolean };

function ProposalCell({ line: { proposal }, isHidden: hides }: ProposalCellProps) {
  const texts = useTexts(calibrationTexts);
  if (hides) return <span className="quiet">{texts.notShown}</span>;
  if (proposal === null) return <span className="quiet">{texts.asRules}</span>;
  return (
    <>
      <LevelMark level={proposal.level} /> <span className="small quiet">{proposal.reason}</span>
    </>
  );
}

/** What it has come to, and each change on the way with its reason and who authorised it. */
function LevelCell({ line: { level, changes } }: { readonly line: CalibrationLine }) {
  const texts = useTexts(calibrationTexts);
  return (
    <>
      <LevelMark level={level} />
      {changes.length > 0 && (
        <ul className="plain-list small">
          {changes.map(({ before, after, reason, authorisedBy, document, at }) => (
            <li key={at}>
              {texts.changedFrom(
                before === null ? '—' : levelMarks[before],
                levelMarks[after],
                reason,
                authorisedBy,
                document ?? '—',
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
