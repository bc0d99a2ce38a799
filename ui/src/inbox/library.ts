// What the library is built from; the shop of this page takes the parts one by one and has Mantine's styles already.
import "./library.css";

export * from "./index";
