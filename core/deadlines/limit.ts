/** A limit names its clock: working hours of the site, or elapsed time. */
export interface Limit {
  readonly clock: 'working' | 'elapsed';
  readonly minutes: number;
}
