/** The one door to the framework's links and forms for components: they work before JavaScript and faster after it. */
export { Form, Link, NavLink } from "@remix-run/react";
