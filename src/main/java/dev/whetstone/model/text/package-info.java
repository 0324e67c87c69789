/** How do a problem and its steps become tokens, with what can be noted at each? */
package dev.whetstone.model.text;
