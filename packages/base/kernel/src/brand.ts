declare const brand: unique symbol;

/** A `Base` that only the module owning `Name` makes; erased at run time. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
