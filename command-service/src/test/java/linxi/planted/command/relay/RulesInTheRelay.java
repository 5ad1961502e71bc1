package linxi.planted.command.relay;

import linxi.planted.command.lot.Rules;

class RulesInTheRelay {
    Rules rules() {
        return new Rules();
    }
}
