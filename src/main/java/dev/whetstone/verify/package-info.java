/** Is this candidate right, where is it first wrong, and how far can that verdict be trusted? */
package dev.whetstone.verify;
