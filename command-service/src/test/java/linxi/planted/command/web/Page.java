package linxi.planted.command.web;

import linxi.planted.command.axon.WebInAxon;

/** Stands for the web; together with {@code WebInAxon} it is a cycle. */
public class Page {
    WebInAxon axon() {
        return new WebInAxon();
    }
}
