package linxi.query.screen;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where one begins: the start page, logging in, and changing a password. */
@Controller
class AccountScreens {
    @GetMapping("/")
    String home() {
        return "home";
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/password")
    String password() {
        return "password";
    }
}
