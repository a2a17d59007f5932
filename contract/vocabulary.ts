import { z } from 'zod';

/** Where the conversation happens. */
export const channelSchema = z.enum(['counter', 'phone', 'chat']);
export type Channel = z.infer<typeof channelSchema>;

/** The four stages of handling a complaint, in order: 接受, 解释澄清, 解决处理, 跟踪总结. */
export const stageSchema = z.enum(['accept', 'clarify', 'resolve', 'followUp']);
export type Stage = z.infer<typeof stageSchema>;

/** How a customer is served: it picks greetings and promised times. */
export const tierSchema = z.enum(['vip', 'standard', 'prepaid']);
export type Tier = z.infer<typeof tierSchema>;
