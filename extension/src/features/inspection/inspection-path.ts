/** The screen's step in the address. */
export const inspectionPath = 'kiem-tra-cong-vu';

export const inspectionTabs = ['inspections', 'plans', 'visits', 'findings'] as const;
