/** Stands in until there is a picture. */
export function showRadar() {}
