import type { StepType } from '#contract/work-orders/steps.ts';

/** A draft for what is said to the customer; `lines` are approved lines to say it with, by entry id. */
export interface AnswerTemplate {
  readonly id: string;
  readonly title: string;
  readonly step: StepType;
  readonly text: string;
  readonly lines: readonly string[];
}

/** Gaps in braces are filled from the order before the text reaches the screen. */
export const answerTemplates: readonly AnswerTemplate[] = [
  {
    id: 'resultGood',
    title: '办好了',
    step: 'answer',
    text: '{customer}您好，您说的「{matter}」已经查清办好：{result}。让您费心了，您看这样可以吗？',
    lines: ['telecom/order-callback'],
  },
  {
    id: 'resultPartly',
    title: '办了一部分',
    step: 'answer',
    text: '{customer}您好，「{matter}」这件事先跟您说进展：{result}。剩下的我们接着办，有结果马上告诉您。',
    lines: ['telecom/order-progress'],
  },
  {
    id: 'stillOpen',
    title: '还没结果也先说一声',
    step: 'tellCustomer',
    text: '{customer}您好，「{matter}」还在查，没到能答复您的时候，先给您报个信，我一直盯着。',
    lines: ['telecom/order-progress', 'telecom/order-no-answer'],
  },
  {
    id: 'hallInformed',
    title: '厅里已经知道了',
    step: 'tellCustomer',
    text: '{customer}您好，{hall}那边我已经说好，工作时间会有同事给您打电话，把您要办的事定下来。',
    lines: ['telecom/order-opened'],
  },
];
