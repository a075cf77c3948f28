import { useQuery } from '@apollo/client/react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { serviceTexts } from '../../locales/service-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { PersonSearch } from '../open-document/PersonSearch.tsx';
import { StaffMember } from './StaffMember.tsx';
import { StaffMemberDocument } from './staff.operations.ts';

/** One person's service: where he serves, what he answers for, when he was away. The address names him by his code. */
export function StaffPage({ item }: ScreenProps) {
  const texts = useTexts(serviceTexts);
  const query = useQuery(StaffMemberDocument, { variables: { code: item ?? '' }, skip: item === null });
  return (
    <div className="section stack">
      <h1>{texts.staff.title}</h1>
      <p className="small quiet">{texts.staff.what}</p>
      <div className="narrow">
        <PersonSearch onChoose={({ code }) => goTo({ path: 'nhan-su', item: code, filters: {} })} />
      </div>
      {item === null ? (
        <Notice>{texts.choosePerson}</Notice>
      ) : (
        <QueryStates query={query} empty={texts.choosePerson}>
          {({ employee }) => (employee === null ? null : <StaffMember key={employee.id} employee={employee} />)}
        </QueryStates>
      )}
    </div>
  );
}
