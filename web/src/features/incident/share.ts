/** A probability as people read it: 12 %, 0.9 %, or that it is less than one in a thousand. */
export function shareText(value: number, less: string): string {
  if (value < 0.001) return less;
  return `${(value * 100).toFixed(value < 0.0995 ? 1 : 0)} %`;
}
