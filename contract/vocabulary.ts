import { z } from 'zod';

/** Where the conversation happens. */
export const channelSchema = z.enum(['counter', 'phone', 'chat']);
export type Channel = z.infer<typeof channelSchema>;

/** The four stages of handling a complaint, in order: 接受, 解释澄清, 解决处理, 跟踪总结. */
export const stageSchema = z.enum(['accept', 'clarify', 'resolve', 'followUp']);
export type Stage = z.infer<typeof stageSchema>;

/** How a customer is served: it picks greetings and promised times. */
export const tierSchema = z.enum(['vip', 'standard', 'prepaid']);

/** Posts on a desk; a lead is 值班长 or 投诉管理员, a reviewer never publishes their own wording. */
export const roleSchema = z.enum(['agent', 'trainee', 'lead', 'reviewer', 'handler', 'administrator']);
export type Role = z.infer<typeof roleSchema>;

/** Languages of the interface; zh-CN is the first. */
export const languageSchema = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** Which department a work order belongs to by its matter. */
export const workOrderCategorySchema = z.enum(['network', 'billing', 'data', 'other']);
export type WorkOrderCategory = z.infer<typeof workOrderCategorySchema>;
