/** The screen's step in the address. */
export const recommendationsPath = 'kien-nghi-sau-kiem-tra';
