/** The screen's step in the address. */
export const path = 'phan-anh-kien-nghi';
