/** Mounts the gallery of parts; reached in development only, through `gallery.html`. */
import { mount } from "svelte";
import "../ui/tokens.css";
import "../ui/fonts.css";
import "../ui/base.css";
import Gallery from "./gallery.svelte";

const target = document.getElementById("app");
if (target === null) throw new Error("the page has no #app");
mount(Gallery, { target });
