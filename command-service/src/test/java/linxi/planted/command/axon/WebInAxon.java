package linxi.planted.command.axon;

import linxi.planted.command.web.Page;

/** Axon that knows the web. */
public class WebInAxon {
    Page page() {
        return new Page();
    }
}
