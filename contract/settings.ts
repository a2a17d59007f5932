import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { languageSchema } from './vocabulary.ts';

export const themeSchema = z.enum(['system', 'light', 'dark', 'highContrast']);
export type Theme = z.infer<typeof themeSchema>;

/** Text size in per cent of the 16 px base. */
export const textScaleSchema = z.union([z.literal(100), z.literal(112), z.literal(125), z.literal(150)]);
export type TextScale = z.infer<typeof textScaleSchema>;

/** How the desk looks to one person; a desk where nobody has signed in yet uses the defaults. */
export const settingsSchema = z.object({
  theme: themeSchema.default('system'),
  textScale: textScaleSchema.default(100),
  language: languageSchema.default('zh-CN'),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsContract = {
  read: query.output(settingsSchema),
  change: command
    .input(
      z.object({
        theme: themeSchema.optional(),
        textScale: textScaleSchema.optional(),
        language: languageSchema.optional(),
      }),
    )
    .output(settingsSchema),
};

export const settingsChanged = declareEvent('settings.changed', 1, settingsSchema);
