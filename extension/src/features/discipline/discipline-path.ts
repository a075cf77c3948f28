/** The screen's step in the address. */
export const disciplinePath = 'ky-luat';

export const disciplineTabs = ['decisions', 'acts'] as const;
