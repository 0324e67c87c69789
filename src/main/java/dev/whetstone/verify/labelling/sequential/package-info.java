/** When are enough votes cast? */
package dev.whetstone.verify.labelling.sequential;
