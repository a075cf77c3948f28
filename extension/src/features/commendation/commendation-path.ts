/** The screen's step in the address. */
export const commendationPath = 'khen-thuong';

export const commendationTabs = ['decisions', 'candidates', 'initiatives', 'rounds'] as const;
