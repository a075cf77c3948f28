import { type DemonstrationPerson, demonstrationPeople } from '@congvu/prisma/seed/people';

/** Whom the sample documents name. */
export type SitePerson = Pick<DemonstrationPerson, 'code' | 'userName' | 'name'>;

const staff = demonstrationPeople.filter(({ post }) => post === 'STAFF');
const ownUnit = demonstrationPeople[0]?.unitCode;

/**
 * The staff of the demonstration manager's own phòng, the account `chuyenvien` first and two of one name among them, then four
 * of other phòng, whom that manager may not give tasks.
 */
export const sitePeople: readonly SitePerson[] = [
  ...staff.filter(({ unitCode }) => unitCode === ownUnit),
  ...staff.filter(({ unitCode }) => unitCode !== ownUnit).slice(0, 4),
];
