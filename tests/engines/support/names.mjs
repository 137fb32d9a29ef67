// Accessible names that several journeys use.
export const SEARCH = "Search companies, technologies, titles";
export const NOT_FOUND = "Page not found";
