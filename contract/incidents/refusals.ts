import { z } from 'zod';

/** Why an incident was not raised, prolonged or ended. */
export const incidentRefusalSchema = z.enum(['endsTooSoon', 'tooLong', 'nobodySpeaks', 'over']);
export type IncidentRefusal = z.infer<typeof incidentRefusalSchema>;
