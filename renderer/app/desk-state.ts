import type { VariantName } from '#contract/library/line.ts';
import type { VariableValues } from '#contract/library.ts';
import type { Channel } from '#contract/vocabulary.ts';

export type SettingsSectionId = 'look' | 'pin' | 'people' | 'site' | 'sync' | 'quickBar' | 'desk';
export type PlaceId = 'desk' | 'library' | 'orders' | 'rehearsal' | 'workshop' | 'insight' | 'settings';

/** What the person at the desk is in the middle of; it outlives changes of place and of the connection. */
export interface DeskState {
  /** Where in the rail the person is; searching and opening lines lead to the desk. */
  readonly place: PlaceId;
  /** Which part of the settings is open, or will be. */
  readonly section: SettingsSectionId;
  readonly text: string;
  readonly channel: Channel | null;
  readonly scene: string | null;
  /** Own lines are searched too. */
  readonly includePersonal: boolean;
  /** Key of the row chosen by arrow or click, for a line its entry; it stays chosen as long as it is in the list. */
  readonly picked: string | null;
  /** A line opened from elsewhere (related, library, last uses); shown instead of the chosen hit until the next search. */
  readonly opened: string | null;
  /** The kind of wording preferred at the moment; lines without it fall back to their first. */
  readonly variant: VariantName;
  /** What is known about the customer, by variable name; kept from line to line until the next customer. */
  readonly values: VariableValues;
}

export type DeskAction =
  | { type: 'wentTo'; place: PlaceId }
  | { type: 'sectionOpened'; section: SettingsSectionId }
  | { type: 'typed'; text: string }
  | { type: 'channelChosen'; channel: Channel | null }
  | { type: 'sceneChosen'; scene: string | null }
  | { type: 'personalIncluded'; included: boolean }
  | { type: 'picked'; entryId: string }
  | { type: 'opened'; entryId: string }
  | { type: 'openedLeft' }
  | { type: 'variantChosen'; variant: VariantName }
  | { type: 'filled'; name: string; value: string }
  | { type: 'customerLeft' };

/** Variables that belong to the desk and whoever sits at it; they outlive the customer. */
const deskVariables: readonly string[] = ['agentName', 'hallName', 'windowNumber'];

export const isAboutCustomer = (variable: string) => !deskVariables.includes(variable);

const emptyDesk: DeskState = {
  place: 'desk',
  section: 'look',
  text: '',
  channel: null,
  scene: null,
  includePersonal: false,
  picked: null,
  opened: null,
  variant: 'standard',
  values: {},
};

/** The desk as a person finds it: their own name is known to every line. */
export const deskOf = (personName: string): DeskState => ({ ...emptyDesk, values: { agentName: personName } });

export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'wentTo':
      return { ...state, place: action.place };
    case 'sectionOpened':
      return { ...state, place: 'settings', section: action.section };
    case 'typed':
      if (action.text === state.text) return state;
      // An emptied box starts over; more letters keep what was chosen on purpose.
      return {
        ...state,
        place: 'desk',
        text: action.text,
        opened: null,
        picked: action.text.trim() === '' ? null : state.picked,
      };
    case 'channelChosen':
      return { ...state, channel: action.channel };
    case 'sceneChosen':
      return { ...state, scene: action.scene };
    case 'personalIncluded':
      return { ...state, includePersonal: action.included };
    case 'picked':
      return { ...state, place: 'desk', picked: action.entryId, opened: null };
    case 'opened':
      return { ...state, place: 'desk', opened: action.entryId };
    case 'openedLeft':
      return { ...state, opened: null };
    case 'variantChosen':
      return { ...state, variant: action.variant };
    case 'filled':
      return { ...state, values: withValue(state.values, action.name, action.value) };
    case 'customerLeft':
      return {
        ...emptyDesk,
        channel: state.channel,
        scene: state.scene,
        includePersonal: state.includePersonal,
        values: Object.fromEntries(Object.entries(state.values).filter(([name]) => !isAboutCustomer(name))),
      };
  }
}

function withValue(values: VariableValues, name: string, value: string): VariableValues {
  if (value !== '') return { ...values, [name]: value };
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
}
