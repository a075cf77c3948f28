/** The screen's step in the address. */
export const commendationPath = 'khen-thuong';

export const commendationTabs = ['decisions', 'candidates', 'collectives', 'initiatives', 'rounds'] as const;
