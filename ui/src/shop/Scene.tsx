import type { Season } from "../texts/shop";
import classes from "./Scene.module.css";

const TULIPS = [24, 62, 96, 132, 172, 210, 246, 284];
const LEAVES = ["M40 60l10 6-10 6-8-6z", "M120 34l9 8-12 4-5-8z", "M188 96l11 5-9 8-9-6z", "M262 52l9 7-11 5-6-7z"];
const FLAKES = ["30 40", "72 92", "118 30", "160 70", "206 36", "248 96", "284 54", "52 130"];

/** A season in the garden, drawn; says nothing that the words beside it do not. */
export function Scene({ season }: { season: Season }) {
  return (
    <svg viewBox="0 0 320 240" preserveAspectRatio="xMidYMax slice" className={classes[season]} aria-hidden="true">
      <rect width="320" height="240" className={classes.sky} />
      <circle cx="248" cy="66" r="34" className={classes.sun} />
      <path d="M0 168C60 120 120 132 180 160S290 150 320 128V240H0Z" className={classes.far} />
      <path d="M0 198C70 168 150 176 220 196S300 194 320 186V240H0Z" className={classes.near} />
      {season === "spring" && TULIPS.map((x, index) => <Tulip key={x} x={x} y={index % 2 === 0 ? 206 : 190} />)}
      {season === "summer" && (
        <g>
          <path d="M104 206V92" className={classes.wood} />
          <path
            d="M34 128C40 84 70 64 104 64s64 20 70 64q-18-12-35 0-17-12-35 0-17-12-35 0-17-12-35 0Z"
            className={classes.bloom}
          />
          <path d="M196 196h72l-10 22h-52Z" className={classes.wood} />
          <path d="M208 196c0-24 48-24 48 0Z" className={classes.accent} />
        </g>
      )}
      {season === "autumn" && (
        <g>
          <path d="M96 212V120M96 160l-24-24M96 150l26-28" className={classes.wood} />
          <circle cx="96" cy="92" r="48" className={classes.bloom} />
          <circle cx="60" cy="116" r="28" className={classes.accent} />
          <circle cx="134" cy="112" r="30" className={classes.accent} />
          {LEAVES.map((leaf) => (
            <path key={leaf} d={leaf} className={classes.bloom} />
          ))}
        </g>
      )}
      {season === "winter" && (
        <g>
          <path d="M80 84l40 60H40ZM80 118l50 72H30Z" className={classes.bloom} />
          <path d="M80 190v20" className={classes.wood} />
          <path d="M196 160l40-32 40 32v46h-80Z" className={classes.wood} />
          <path d="M188 164l48-40 48 40-6 7-42-35-42 35Z" className={classes.accent} />
          <rect x="226" y="170" width="20" height="22" className={classes.light} />
          {FLAKES.map((flake) => (
            <circle key={flake} cx={flake.split(" ")[0]} cy={flake.split(" ")[1]} r="3" className={classes.accent} />
          ))}
        </g>
      )}
    </svg>
  );
}

function Tulip({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path
        d="M0 30V-6M0 18c-9-2-12-9-12-18 8 2 12 9 12 18ZM0 22c8-2 11-8 11-16-7 2-11 8-11 16Z"
        className={classes.leaf}
      />
      <path d="M-11-24c0 14 4 20 11 20s11-6 11-20l-6 6-5-9-5 9Z" className={classes.bloom} />
    </g>
  );
}
