/** Charts one below the other begin at the same place. */
export const AXIS_WIDTH = 52;

/** So many dates stand so close that their dots have to be small. */
export const MANY_DATES = 45;
