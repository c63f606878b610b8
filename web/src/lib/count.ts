/** `2,000`: the same in both languages. */
export const count = (value: number): string => value.toString().replace(/\B(?=(\d{3})+$)/g, ",");
