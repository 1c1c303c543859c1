/** Version of the shape of `ClassRecord` that this code writes. Raised only together with a migration and a fixture. */
export const CLASS_VERSION = 1;
