import { Button } from "@mantine/core";
import { useAuth } from "react-oidc-context";
import { Link } from "react-router";
import { shopTexts } from "../texts/shop";
import classes from "./HomePage.module.css";
import { Scene } from "./Scene";

/** The shop's window, honest about being made up. */
export function HomePage() {
  const auth = useAuth();
  const name = auth.user?.profile.given_name ?? auth.user?.profile.preferred_username;
  return (
    <div className={classes.page}>
      <title>{shopTexts.name}</title>
      <section className={classes.hero} aria-labelledby="headline">
        <div className={classes.words}>
          {name && <p className={classes.greeting}>{shopTexts.greeting(name)}</p>}
          <h1 id="headline" className={classes.headline}>
            {shopTexts.headline}
          </h1>
          <p className={classes.intro}>{shopTexts.intro}</p>
          {auth.isAuthenticated ? (
            <Button component={Link} to="/inbox" size="md" mih={44} color="teal.9">
              {shopTexts.toInbox}
            </Button>
          ) : (
            <Button
              size="md"
              mih={44}
              color="teal.9"
              aria-disabled={auth.isLoading || undefined}
              onClick={() => void auth.signinRedirect({ state: "/" })}
            >
              {shopTexts.logIn}
            </Button>
          )}
        </div>
        <div className={classes.picture}>
          <Scene season="spring" />
        </div>
      </section>
      <section aria-labelledby="seasons">
        <h2 id="seasons" className={classes.heading}>
          {shopTexts.seasons}
        </h2>
        <ul className={classes.tiles}>
          {shopTexts.tiles.map(({ season, title, line }) => (
            <li key={season} className={classes.tile}>
              <Scene season={season} />
              <h3 className={classes.title}>{title}</h3>
              <p className={classes.line}>{line}</p>
            </li>
          ))}
        </ul>
      </section>
      <p className={classes.honest}>
        <strong>{shopTexts.demonstration}.</strong> {shopTexts.demonstrationHint}
      </p>
    </div>
  );
}
