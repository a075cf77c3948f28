/** An amount of money in đồng, whole and exact, as one writes it in Viet Nam: "1234567" is "1.234.567". */
export function shownDong(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+$)/g, '.');
}
