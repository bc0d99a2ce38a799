import classes from "./Logo.module.css";

/** A fern leaf. */
export function Logo() {
  return (
    <svg viewBox="0 0 40 40" width="40" height="40" className={classes.logo} aria-hidden="true">
      <rect width="40" height="40" rx="12" className={classes.ground} />
      <path d="M12 31C18 27 26 19 29 9" className={classes.stem} />
      <path d="M15.5 28.3c-4.5-.6-6.4-3.2-6.7-7 3.8.3 6.4 2.2 6.7 7Z" className={classes.leaf} />
      <path d="M20 24c-3.800-1.200-5.300-4-4.900-8 3.700 1 5.700 3.400 4.900 8Z" className={classes.leaf} />
      <path
        d="M24.300 18.700c-2.600-1.600-3.400-4.100-2.500-7.300 2.700 1.400 3.800 3.700 2.500 7.300Z"
        className={classes.leaf}
      />
      <path
        d="M17.700 26.500c1.800 3.500 4.700 4.500 8.300 3.300-1.400-3.500-4.100-5-8.300-3.300Z"
        className={classes.leaf}
      />
      <path
        d="M22.400 21.300c2.300 2.700 5 3.100 7.900 1.300-1.900-2.800-4.500-3.500-7.900-1.300Z"
        className={classes.leaf}
      />
    </svg>
  );
}
