/** Where the draft is kept that the workshop opens with, when somebody came for it from elsewhere. */
export const DRAFT_TO_SHOW = ['workshop', 'draft to show'] as const;
