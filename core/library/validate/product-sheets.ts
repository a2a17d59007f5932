import { entriesOf, type Fault, type LibraryView } from './fault.ts';

/** Product sheets are rectangular: each feature has one cell for each plan, and none of them is empty. */
export function productSheets(library: LibraryView): Fault[] {
  return entriesOf(library, 'productSheet').flatMap((sheet) => {
    const faults: Fault[] = [];
    const add = (path: (string | number)[], reason: string) =>
      faults.push({ rule: 'productSheets', entryId: sheet.id, path, reason });
    for (const key of ['plans', 'features'] as const) {
      const ids = sheet[key].map(({ id }) => id);
      const doubled = ids.findIndex((id, index) => ids.indexOf(id) < index);
      if (doubled >= 0) add([key, doubled], `the id ${ids[doubled]} exists twice in ${key}`);
    }
    sheet.features.forEach(({ label, values }, index) => {
      if (values.length !== sheet.plans.length) {
        const reason = `${label} has ${values.length} cells for ${sheet.plans.length} plans`;
        add(['features', index, 'values'], reason);
      }
      values.forEach((value, place) => {
        if (typeof value === 'string' && value.trim() === '') {
          add(['features', index, 'values', place], `a cell of ${label} is empty; write false where there is none`);
        }
      });
    });
    return faults;
  });
}
