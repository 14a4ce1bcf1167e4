import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export type ButtonKind = 'primary' | 'brand' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'normal' | 'large';

export type ButtonLook = {
  /** `brand` is the resident's one big button; at most one `primary` to a view. */
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  readonly wide?: boolean;
};

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & {
    readonly icon?: ReactNode;
    /** Shows that the press is being carried out and swallows further presses; stays focusable. */
    readonly busy?: boolean;
    readonly ref?: Ref<HTMLButtonElement>;
  };

/** A button. An icon alone needs `aria-label`. */
export function Button({ kind, size, wide, icon, busy, className, children, onClick, type, ...rest }: ButtonProps) {
  const isBusy = busy === true;
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={classNames(buttonClass({ kind, size, wide }), className)}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {isBusy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      {children === undefined ? null : <span>{children}</span>}
    </button>
  );
}

/** The same look for a link: `<Link className={buttonClass({ kind: 'brand' })}>`. */
export function buttonClass({ kind = 'plain', size = 'normal', wide = false }: Partial<Loose<ButtonLook>>): string {
  return classNames(styles.button, styles[kind], styles[size], wide && styles.wide);
}

/** Lets destructured, possibly undefined, props pass under exactOptionalPropertyTypes. */
type Loose<T> = { [K in keyof T]: T[K] | undefined };
