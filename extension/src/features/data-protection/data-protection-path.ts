/** The screen's step in the address. */
export const dataProtectionPath = 'bao-ve-du-lieu';
