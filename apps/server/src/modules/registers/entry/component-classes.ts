import { componentClassesOf } from '@linli/domain';
import classes from '../../cases/standard-codes/gb47678-5.json' with { type: 'json' };

/** Class and kind of every component of GB/T 47678.5, with its name. */
export const componentClasses: ReadonlyMap<string, string> = new Map(
  classes.filter(({ kind }) => kind === 'component').map(({ code, name }) => [code, name]),
);

/** The classes a thing of this kind may be numbered in. */
export function classesFor(kind: string): readonly string[] {
  return componentClassesOf(kind) ?? [...componentClasses.keys()];
}
