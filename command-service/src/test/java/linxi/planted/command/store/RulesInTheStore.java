package linxi.planted.command.store;

import linxi.planted.command.lot.Rules;

class RulesInTheStore {
    Rules rules() {
        return new Rules();
    }
}
