import { Anchor, Button } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useAuth } from "react-oidc-context";
import { Link, useLocation } from "react-router";
import { PromoInbox } from "../inbox/PromoInbox";
import { shellTexts } from "../texts/shell";
import { shopTexts } from "../texts/shop";
import { ColorSchemeToggle } from "../theme/ColorSchemeToggle";
import { Logo } from "./Logo";
import classes from "./ShopFrame.module.css";

/** The shop's header with the inbox left of Logout, and the page below it. */
export function ShopFrame({ children }: { children: ReactNode }) {
  const auth = useAuth();
  const { pathname, search, hash } = useLocation();
  return (
    <div className={classes.frame}>
      <Anchor href="#content" className={classes.skip}>
        {shopTexts.skip}
      </Anchor>
      <header className={classes.header}>
        <Link to="/" className={classes.brand}>
          <Logo />
          <span>
            <span className={classes.name}>{shopTexts.name}</span>
            <span className={classes.trade}>{shopTexts.trade}</span>
          </span>
        </Link>
        <div className={classes.tools}>
          <ColorSchemeToggle />
          {auth.isAuthenticated ? (
            <>
              <PromoInbox />
              <Button
                variant="default"
                className={classes.session}
                aria-label={shellTexts.logout}
                onClick={() => void auth.signoutRedirect()}
              >
                <IconLogout size={18} aria-hidden />
                <span className={classes.wide}>{shellTexts.logout}</span>
              </Button>
            </>
          ) : (
            <Button
              className={classes.session}
              aria-disabled={auth.isLoading || undefined}
              onClick={() => void auth.signinRedirect({ state: pathname + search + hash })}
            >
              {shellTexts.login}
            </Button>
          )}
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <footer className={classes.footer}>
        <span>{shopTexts.demonstration}</span>
        <Anchor component={Link} to="/admin" size="sm" className={classes.staff}>
          {shopTexts.staff}
        </Anchor>
      </footer>
    </div>
  );
}
